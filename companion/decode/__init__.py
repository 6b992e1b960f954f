"""Bounded decoding of content, charsets and nesting, and walking with locators; pure."""
