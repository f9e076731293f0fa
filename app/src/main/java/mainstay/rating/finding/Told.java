package mainstay.rating.finding;

import mainstay.shared.web.Text;

/// A finding in words.
public record Told(Finding finding, Text sentence) {}
