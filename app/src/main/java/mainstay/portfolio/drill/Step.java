package mainstay.portfolio.drill;

import mainstay.shared.web.Text;

/// One step of the way into a figure.
///
/// @param what what it limits, as in "Region"
/// @param name to what
/// @param off  address of the slice without this limit
public record Step(Text what, Text name, String off) {}
