package mainstay.terms.rebate;

import java.util.List;
import java.util.Objects;
import mainstay.portfolio.period.Address;
import org.jspecify.annotations.Nullable;

/// Which rebates somebody wants to see; whatever is missing or makes no sense is left out.
///
/// @param state `running`, `over`, or empty for all
public record RebateWish(
        @Nullable String q,
        @Nullable String ladder,
        @Nullable String state,
        @Nullable String sort,
        @Nullable Integer page) {

    public static final List<String> STATES = List.of("running", "over");
    public static final List<String> SORTS = List.of("balance", "earned", "expected", "missing", "name");
    private static final int LONGEST = 200;
    private static final int FARTHEST = 1_000_000;

    public String words() {
        String words = Objects.requireNonNullElse(q, "").strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    public @Nullable Long ladderId() {
        return ladder != null && ladder.matches("\\d{1,18}") ? Long.valueOf(ladder) : null;
    }

    public String stateCode() {
        return state != null && STATES.contains(state) ? state : "";
    }

    public String sorting() {
        return sort != null && SORTS.contains(sort) ? sort : "balance";
    }

    String order() {
        return switch (sorting()) {
            case "earned" -> "r.earned desc nulls last";
            case "expected" -> "r.expected desc nulls last";
            case "missing" -> "r.missing nulls last";
            case "name" -> "k.name collate \"zh-x-icu\"";
            default -> "r.balance desc nulls last";
        };
    }

    public int number() {
        return page == null || page < 1 ? 1 : Math.min(page, FARTHEST);
    }

    public boolean isEmpty() {
        return words().isEmpty() && ladderId() == null && stateCode().isEmpty();
    }

    public String at(int number) {
        return address("/rebates").with("page", number == 1 ? null : number).toString();
    }

    public String export() {
        return address("/rebates/export").toString();
    }

    private Address address(String path) {
        return Address.of(path)
                .with("q", words().isEmpty() ? null : words())
                .with("ladder", ladderId())
                .with("state", stateCode().isEmpty() ? null : stateCode())
                .with("sort", sorting().equals("balance") ? null : sorting());
    }
}
