"""The fifth shapes: answers and pages by the platforms that sites of many trades are built on."""
