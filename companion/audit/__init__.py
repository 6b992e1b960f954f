"""Audits: scripted visitors in a real browser, repeated with controls, and what that proves."""
