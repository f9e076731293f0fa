package mainstay.portfolio.fit;

import java.util.Locale;
import mainstay.analytics.btyd.Boundary;
import mainstay.analytics.btyd.ModelChoice;
import mainstay.shared.web.Texts;

/// What the command says, in one of the three languages.
record FitWords(Texts texts, Locale language) {

    String say(String key, Object... arguments) {
        return texts.get(language, "fit." + key, arguments);
    }

    String reason(ModelChoice.Reason reason) {
        return say("reason." + name(reason));
    }

    String boundary(Boundary boundary) {
        return say(
                "boundary." + name(boundary.meaning()), boundary.parameter(), say("limit." + name(boundary.limit())));
    }

    /// How keys write a constant: `EQUAL_RATES` is `equalRates`.
    private static String name(Enum<?> constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
