package mainstay.portfolio;

import java.util.Locale;

/// Names of constants as they stand in keys and JSON: `lowestBic` of `LOWEST_BIC`.
public final class Codes {

    private Codes() {}

    public static String of(Enum<?> constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
