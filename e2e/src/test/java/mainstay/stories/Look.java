package mainstay.stories;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// How a person looks at pages: what browser and system say about language, appearance and size.
record Look(String language, ColorScheme appearance, Screen screen) {

    static final Look USUAL = new Look("en", ColorScheme.LIGHT, Screen.LAPTOP);
    static final Look CHINESE = USUAL.in("zh-CN");

    static final List<String> LANGUAGES = List.of("en", "zh-CN", "zh-TW");

    enum Screen {
        LAPTOP(1366, 768),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }
    }

    /// Every language in both appearances; neighbours in the list differ in both.
    static List<Look> all() {
        return IntStream.range(0, LANGUAGES.size() * 2)
                .mapToObj(i -> (i % 2 == 0 ? USUAL : USUAL.dark()).in(LANGUAGES.get(i % LANGUAGES.size())))
                .toList();
    }

    Look in(String language) {
        return new Look(language, appearance, screen);
    }

    Look dark() {
        return new Look(language, ColorScheme.DARK, screen);
    }

    Look onPhone() {
        return new Look(language, appearance, Screen.PHONE);
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(appearance)
                .setViewportSize(screen.width, screen.height)
                .setIsMobile(screen == Screen.PHONE)
                .setHasTouch(screen == Screen.PHONE);
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(language, appearance, screen).toLowerCase(Locale.ROOT);
    }
}
