"""The sixth shapes: states, fragments, answers and pages of the frameworks of these years."""
