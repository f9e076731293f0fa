package mainstay.accounts;

import java.util.List;

/// What the page shows on which columns are chosen.
///
/// @param shown  in their order
/// @param others that could be added
public record ColumnChooser(ListAddress address, ColumnChoice choice, List<ListColumn> shown, List<ListColumn> others) {

    public boolean isFirst(ListColumn column) {
        return shown.getFirst().key().equals(column.key());
    }

    public boolean isLast(ListColumn column) {
        return shown.getLast().key().equals(column.key());
    }

    public String before(ListColumn column) {
        return address.showing(choice.before(column.key())).chooser();
    }

    public String behind(ListColumn column) {
        return address.showing(choice.behind(column.key())).chooser();
    }

    public String without(ListColumn column) {
        return address.showing(choice.without(column.key())).chooser();
    }

    public String with(ListColumn column) {
        return address.showing(choice.with(column.key())).chooser();
    }

    public String usual() {
        return address.showing(ColumnChoice.USUAL).chooser();
    }
}
