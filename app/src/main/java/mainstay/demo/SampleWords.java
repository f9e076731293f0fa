package mainstay.demo;

import java.util.Locale;
import mainstay.planning.Written;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Component;

/// What is written into the sample, in English and Chinese, as whoever looks at it reads one of them.
@Component
class SampleWords {

    private static final String KEY = "sample.plan.";
    private static final String INVENTED = KEY + "invented";

    private final Texts texts;

    SampleWords(Texts texts) {
        this.texts = texts;
    }

    /// Marked as invented.
    String invented(String key) {
        return invented(Texts.ENGLISH, key) + " / " + invented(Texts.SIMPLIFIED, key);
    }

    private String invented(Locale language, String key) {
        return texts.get(language, INVENTED, texts.get(language, KEY + key));
    }

    /// The same where the thing itself is marked.
    String plain(String key) {
        return both(KEY + key);
    }

    /// Any text of the product.
    String both(String key, Object... arguments) {
        return texts.get(Texts.ENGLISH, key, arguments) + " / " + texts.get(Texts.SIMPLIFIED, key, arguments);
    }

    static IllegalStateException refused(Written form) {
        return new IllegalStateException(form.refusals().toString());
    }
}
