package mainstay.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What every template gets as `page`: the texts and formats of the reader's language, and what the layout shows.
public final class PageContext {

    private final Texts texts;
    private final Locale locale;
    private final Formats formats;
    private final Viewer viewer;
    private final Viewer.Firm firm;
    private final Surroundings surroundings;
    private final UnaryOperator<String> fullNames;
    private final Map<String, String> people = new HashMap<>();

    PageContext(
            Texts texts,
            Locale locale,
            Locale region,
            Viewer viewer,
            Viewer.Firm firm,
            Surroundings surroundings,
            UnaryOperator<String> fullNames) {
        this.texts = texts;
        this.locale = locale;
        this.formats = new Formats(locale, region);
        this.viewer = viewer;
        this.firm = firm;
        this.surroundings = surroundings;
        this.fullNames = fullNames;
    }

    /// What stands around the content of a page.
    ///
    /// @param path   path of this request
    /// @param asset  address of a static file with its content hash
    record Surroundings(
            String path,
            List<NavigationEntry> navigation,
            List<String> noticeKeys,
            @Nullable Flash flash,
            String csrfParameter,
            String csrfToken,
            UnaryOperator<String> asset) {}

    public String t(String key, Object... arguments) {
        return texts.get(formats, key, arguments);
    }

    public String t(Text text) {
        return texts.get(
                formats,
                new Text(text.key(), text.arguments().stream().map(this::told).toList()));
    }

    private Object told(Object argument) {
        return switch (argument) {
            case Text.Person person -> person(person.name());
            case Instant moment -> moment(moment);
            default -> argument;
        };
    }

    public boolean knows(String key) {
        return texts.has(key);
    }

    public String money(@Nullable Long tenThousandths) {
        return formats.money(tenThousandths);
    }

    public String exactMoney(@Nullable Long tenThousandths) {
        return formats.exactMoney(tenThousandths);
    }

    public String number(@Nullable Number number) {
        return formats.number(number);
    }

    public String decimal(@Nullable Double number, int digits) {
        return formats.decimal(number, digits);
    }

    public String percent(@Nullable Double fraction) {
        return formats.percent(fraction, 1);
    }

    public String percent(@Nullable Double fraction, int digits) {
        return formats.percent(fraction, digits);
    }

    public String date(@Nullable LocalDate date) {
        return formats.date(date);
    }

    public String moment(@Nullable Instant moment) {
        return formats.moment(moment, firm.zone());
    }

    /// Somebody by the full name, told by the one to sign in; who works at the computer itself has none.
    public String person(String name) {
        return name.equals("local operator") ? t("person.localOperator") : people.computeIfAbsent(name, fullNames);
    }

    public Locale locale() {
        return locale;
    }

    public String language() {
        return locale.equals(Texts.ENGLISH) ? "en" : locale.toLanguageTag();
    }

    public Viewer viewer() {
        return viewer;
    }

    public Viewer.Firm firm() {
        return firm;
    }

    public String currency() {
        return firm.currency();
    }

    public String path() {
        return surroundings.path();
    }

    public boolean isAt(String path) {
        return surroundings.path().equals(path) || surroundings.path().startsWith(path + "/");
    }

    /// Whether the page belongs to an entry of the navigation.
    public boolean isWithin(NavigationEntry entry) {
        return isAt(entry.path()) || entry.others().stream().anyMatch(this::isAt);
    }

    public List<NavigationEntry> navigation() {
        return surroundings.navigation();
    }

    public List<String> noticeKeys() {
        return surroundings.noticeKeys();
    }

    public @Nullable Flash flash() {
        return surroundings.flash();
    }

    public String csrfParameter() {
        return surroundings.csrfParameter();
    }

    public String csrfToken() {
        return surroundings.csrfToken();
    }

    public String asset(String path) {
        return surroundings.asset().apply(path);
    }
}
