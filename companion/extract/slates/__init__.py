"""Lists that somebody chose to show: found by their structure in trees and pages, never by site."""

from companion.extract.slates.explain import Verdict, explain
from companion.extract.slates.find import slates

__all__ = ["Verdict", "explain", "slates"]
