package mainstay.terms.collection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Which debtors somebody wants to see; whatever is missing or makes no sense is left out.
///
/// @param late least number of days late; 0: also those who are not late at all
public record DebtorWish(
        @Nullable String q,
        @Nullable String manager,
        @Nullable Integer late,
        @Nullable String sort,
        @Nullable Integer page) {

    public static final List<Integer> LATENESS = List.of(1, 31, 61, 91, 0);
    private static final int LONGEST = 200;

    public String words() {
        String words = Objects.requireNonNullElse(q, "").strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    public String managerCode() {
        return Objects.requireNonNullElse(manager, "");
    }

    public int leastDays() {
        return late != null && LATENESS.contains(late) ? late : 1;
    }

    public DebtorSort sorting() {
        return DebtorSort.of(Objects.requireNonNullElse(sort, ""));
    }

    public int number() {
        return page == null || page < 1 ? 1 : Math.min(page, 1_000_000);
    }

    public String at(int number) {
        return "/receivables" + query(Map.of("page", String.valueOf(number)));
    }

    public String by(DebtorSort sorting) {
        return "/receivables" + query(Map.of("sort", sorting.code()));
    }

    public String export() {
        return "/receivables/export" + query(Map.of());
    }

    private String query(Map<String, String> other) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("q", words());
        asked.put("manager", managerCode());
        asked.put("late", String.valueOf(leastDays()));
        asked.put("sort", sorting().code());
        asked.putAll(other);
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        asked.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(asked).toUriString();
    }
}
