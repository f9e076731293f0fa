package mainstay.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Addresses of the list: every state of it can be sent to a colleague.
///
/// @param view number of the saved view that it began with; 0: none
public record ListAddress(AccountFilter filter, String sort, ColumnChoice columns, long view) {

    private static final String LIST = "/accounts";

    public String list() {
        return of(LIST, Map.of());
    }

    public String page(long number) {
        return of(LIST, Map.of("page", String.valueOf(number)));
    }

    public String after(long account, int page) {
        return of(LIST, Map.of("page", String.valueOf(page), "after", String.valueOf(account)));
    }

    public String totals(int page) {
        return of(LIST + "/totals", Map.of("page", String.valueOf(page)));
    }

    public String views() {
        return of(LIST + "/views", Map.of());
    }

    public String viewMenu() {
        return of(LIST + "/views/menu", Map.of());
    }

    public String chooser() {
        return of(LIST + "/columns", Map.of());
    }

    public String export(String format) {
        return of(LIST + "/export", Map.of("format", format));
    }

    /// Where all accounts behind the filters are given to somebody.
    public String assignment() {
        return of(LIST + "/assignments/new", Map.of("all", "true"));
    }

    public ListAddress showing(ColumnChoice choice) {
        return new ListAddress(filter, sort, choice, view);
    }

    /// The same column again turns the order round; a figure starts with the largest.
    public String sortedBy(String key, boolean figure) {
        String first = figure ? "-" + key : key;
        String second = figure ? key : "-" + key;
        return new ListAddress(filter, sort.equals(first) ? second : first, columns, view).list();
    }

    /// For `aria-sort`.
    public String direction(String key) {
        return sort.equals(key) ? "ascending" : sort.equals("-" + key) ? "descending" : "none";
    }

    public String without(String name) {
        Map<String, String> all = parameters();
        all.remove(name);
        return address(LIST, all);
    }

    /// What a saved view keeps.
    public String query() {
        return asked(state());
    }

    /// Filters, order and columns by the names they have in an address.
    public Map<String, String> state() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("q", filter.search());
        all.put("region", filter.region());
        all.put("category", filter.category());
        all.put("manager", filter.manager());
        all.put(
                "status",
                filter.status() == AccountFilter.Status.OPEN
                        ? ""
                        : filter.status().word());
        all.put("sort", sort);
        all.put("columns", columns.word());
        all.values().removeIf(String::isEmpty);
        return all;
    }

    private Map<String, String> parameters() {
        Map<String, String> all = state();
        if (view > 0) {
            all.put("view", String.valueOf(view));
        }
        return all;
    }

    private String of(String path, Map<String, String> more) {
        Map<String, String> all = parameters();
        all.putAll(more);
        return address(path, all);
    }

    private static String address(String path, Map<String, String> parameters) {
        return parameters.isEmpty() ? path : path + "?" + asked(parameters);
    }

    private static String asked(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
