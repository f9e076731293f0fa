package mainstay.shared.web;

import java.util.List;

/// One entry of the main navigation, contributed as a bean by the module that serves the page.
///
/// @param key      message key of its label
/// @param path     where it leads
/// @param icon     symbol of the icon sprite
/// @param order    place from left to right
/// @param reach    the least reach of a person who sees it
/// @param others   paths of further pages that belong to it
public record NavigationEntry(String key, String path, String icon, int order, int reach, List<String> others) {

    public NavigationEntry(String key, String path, String icon, int order, int reach) {
        this(key, path, icon, order, reach, List.of());
    }
}
