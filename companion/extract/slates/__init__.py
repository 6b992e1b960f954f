"""Lists in trees and in pages."""
