package mainstay.rating.finding;

import java.util.List;
import java.util.Map;
import mainstay.portfolio.period.Address;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// Which findings a list shows, and in which order; an empty text filters nothing.
///
/// @param verdict `open`, a verdict, or `withdrawn`; empty for all whose rows are still there
/// @param manager code of a manager
/// @param page    from 1
public record FindingFilter(
        @Nullable String test,
        @Nullable String strength,
        @Nullable String verdict,
        @Nullable String manager,
        @Nullable String region,
        @Nullable String sort,
        @Nullable Integer page) {

    public static final List<String> STATES = List.of("open", "confirmed", "explained", "borderTrade", "withdrawn");
    static final String DEFAULT_SORT = "-money";
    static final Map<String, String> SORTS = Map.of(
            "-money", "f.money desc, f.id desc",
            "money", "f.money, f.id",
            "-strength", "f.strength desc, f.money desc, f.id desc",
            "strength", "f.strength, f.money desc, f.id desc",
            "-period", "f.period_from desc, f.money desc, f.id desc",
            "period", "f.period_from, f.money desc, f.id desc",
            "account", "a.name collate \"zh-x-icu\", f.money desc, f.id desc",
            "-account", "a.name collate \"zh-x-icu\" desc, f.money desc, f.id desc");

    private static final int FARTHEST = 1_000_000;

    /// Refuses what no list can be made of.
    FindingFilter checked(List<String> tests) {
        check("test", of("test"), tests);
        check("strength", of("strength"), List.of("hint", "likely", "strong"));
        check("verdict", of("verdict"), STATES);
        if (!SORTS.containsKey(sorted())) {
            throw new Problem.Invalid("findings.unreadable", "sort", sorted());
        }
        if (page != null && (page < 1 || page > FARTHEST)) {
            throw new Problem.Invalid("findings.unreadable", "page", String.valueOf(page));
        }
        return this;
    }

    private static void check(String name, String value, List<String> known) {
        if (!value.isEmpty() && !known.contains(value)) {
            throw new Problem.Invalid("findings.unreadable", name, value);
        }
    }

    FindingFilter at(int other) {
        return new FindingFilter(test, strength, verdict, manager, region, sort, other);
    }

    public String of(String name) {
        String value = switch (name) {
            case "test" -> test;
            case "strength" -> strength;
            case "verdict" -> verdict;
            case "manager" -> manager;
            default -> region;
        };
        return value == null ? "" : value.strip();
    }

    public String sorted() {
        return sort == null || sort.isBlank() ? DEFAULT_SORT : sort.strip();
    }

    public int shown() {
        return page == null ? 1 : page;
    }

    public boolean isEmpty() {
        return List.of("test", "strength", "verdict", "manager", "region").stream()
                .allMatch(name -> of(name).isEmpty());
    }

    /// The same list as an address, at its first page.
    public Address address(String path) {
        Address address = Address.of(path);
        for (String name : List.of("test", "strength", "verdict", "manager", "region")) {
            address = address.with(name, of(name).isEmpty() ? null : of(name));
        }
        return address.with("sort", sorted().equals(DEFAULT_SORT) ? null : sorted());
    }
}
