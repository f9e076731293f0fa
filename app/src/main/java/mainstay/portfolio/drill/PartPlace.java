package mainstay.portfolio.drill;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// After which part a page goes on.
record PartPlace(long weight, String key) {
    private static final Pattern FORM = Pattern.compile("(-?\\d{1,19})\\.(.*)", Pattern.DOTALL);

    static PartPlace of(Part part, Measure measure) {
        Long weight = part.now().of(measure);
        return new PartPlace(weight == null ? -Long.MAX_VALUE : weight, part.key());
    }

    static Optional<PartPlace> parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        Matcher read = FORM.matcher(text);
        try {
            if (read.matches()) {
                return Optional.of(new PartPlace(Long.parseLong(read.group(1)), read.group(2)));
            }
        } catch (NumberFormatException tooLarge) {
            throw new Problem.Invalid("drill.noSuchPlace", text);
        }
        throw new Problem.Invalid("drill.noSuchPlace", text);
    }

    @Override
    public String toString() {
        return weight + "." + key;
    }
}
