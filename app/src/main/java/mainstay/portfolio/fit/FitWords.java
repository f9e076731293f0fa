package mainstay.portfolio.fit;

import java.util.Locale;
import mainstay.analytics.btyd.Boundary;
import mainstay.analytics.btyd.ModelChoice;
import mainstay.portfolio.Codes;
import mainstay.shared.web.Texts;

/// What the command says, in one of the three languages.
record FitWords(Texts texts, Locale language) {

    String say(String key, Object... arguments) {
        return texts.get(language, "fit." + key, arguments);
    }

    String reason(ModelChoice.Reason reason) {
        return say("reason." + Codes.of(reason));
    }

    String boundary(Boundary boundary) {
        return say(
                "boundary." + Codes.of(boundary.meaning()),
                boundary.parameter(),
                say("limit." + Codes.of(boundary.limit())));
    }
}
