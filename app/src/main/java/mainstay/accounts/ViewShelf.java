package mainstay.accounts;

import java.util.List;

/// The saved views that a reader can open.
///
/// @param address        state of the list that could be saved
/// @param sortKey        message key of what it is sorted by
/// @param columnKeys     message keys of its columns; empty where they are the usual ones
/// @param removed        own ones that could be brought back
public record ViewShelf(
        ListAddress address, String sortKey, List<String> columnKeys, List<Entry> entries, List<SavedView> removed) {

    /// One view.
    ///
    /// @param owner full name
    public record Entry(SavedView view, String owner, boolean isOwn, boolean isChangeable) {}

    public List<Entry> own() {
        return entries.stream().filter(Entry::isOwn).toList();
    }

    public List<Entry> others() {
        return entries.stream().filter(entry -> !entry.isOwn()).toList();
    }

    public boolean isUsualChosen() {
        return entries.stream().anyMatch(entry -> entry.view().isUsual());
    }
}
