package mainstay.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Addresses of the list: every state of it can be sent to a colleague.
public record ListAddress(AccountFilter filter, String sort) {

    public String page(int number) {
        return of("/accounts", Map.of("sort", sort, "page", String.valueOf(number)));
    }

    public String after(long account, int page) {
        return of("/accounts", Map.of("sort", sort, "page", String.valueOf(page), "after", String.valueOf(account)));
    }

    public String count() {
        return of("/accounts/count", Map.of());
    }

    /// The same column again turns the order round; a figure starts with the largest.
    public String sortedBy(String key, boolean figure) {
        String first = figure ? "-" + key : key;
        String second = figure ? key : "-" + key;
        return of("/accounts", Map.of("sort", sort.equals(first) ? second : first));
    }

    /// For `aria-sort`.
    public String direction(String key) {
        return sort.equals(key) ? "ascending" : sort.equals("-" + key) ? "descending" : "none";
    }

    public String without(String name) {
        Map<String, String> all = filters();
        all.remove(name);
        all.put("sort", sort);
        return address("/accounts", all);
    }

    private String of(String path, Map<String, String> more) {
        Map<String, String> all = filters();
        all.putAll(more);
        return address(path, all);
    }

    private Map<String, String> filters() {
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
        all.values().removeIf(String::isEmpty);
        return all;
    }

    private static String address(String path, Map<String, String> parameters) {
        return parameters.isEmpty()
                ? path
                : parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", path + "?", ""));
    }
}
