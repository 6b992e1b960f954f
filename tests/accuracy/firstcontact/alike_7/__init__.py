"""Look-alikes of the seventh batch: what repeats in pages and answers and is no slate."""
