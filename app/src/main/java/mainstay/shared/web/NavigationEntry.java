package mainstay.shared.web;

/// One entry of the main navigation, contributed as a bean by the module that serves the page.
///
/// @param key      message key of its label
/// @param path     where it leads
/// @param icon     symbol of the icon sprite
/// @param order    place from left to right
/// @param reach    the least reach of a person who sees it
public record NavigationEntry(String key, String path, String icon, int order, int reach) {}
