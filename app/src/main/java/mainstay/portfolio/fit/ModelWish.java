package mainstay.portfolio.fit;

import java.util.Arrays;
import java.util.Optional;
import mainstay.analytics.btyd.ModelKind;

/// The model asked for: one of buying, the one of spending, or the best one of buying.
sealed interface ModelWish {

    record Buying(ModelKind kind) implements ModelWish {}

    record Spending() implements ModelWish {}

    record Best() implements ModelWish {}

    static Optional<ModelWish> parse(String name) {
        return switch (name) {
            case "auto" -> Optional.of(new Best());
            case "gamma-gamma" -> Optional.of(new Spending());
            default ->
                Arrays.stream(ModelKind.values())
                        .filter(kind -> kind.code().equals(name))
                        .findFirst()
                        .map(Buying::new);
        };
    }
}
