package mainstay.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import mainstay.shared.HarmlessText;
import org.springframework.http.HttpHeaders;

/// A form whose own page cannot show what is wrong: the fields that cannot be taken, to be put right and sent once more
/// with all the others.
///
/// @param action  where it is sent
/// @param fields  that cannot be taken, without the characters that nobody sees
/// @param carried all others, by name
public record Mending(String action, List<Field> fields, Map<String, List<String>> carried) {

    private static final Set<String> SECRET = Set.of("password", "old", "secret");
    private static final String CSRF = "_csrf";
    private static final int SHORT = 80;

    /// @param label as the reader knows it
    public record Field(String name, String label, String text) {

        public boolean isLong() {
            return text.length() > SHORT || text.indexOf('\n') >= 0;
        }
    }

    /// Nothing where a form cannot be sent once more from here: it holds a file or a secret, or is no form.
    ///
    /// @param wrong names of fields that cannot be taken beside those with such characters
    static Optional<Mending> of(HttpServletRequest request, List<String> wrong, FieldLabels labels, Locale locale) {
        Map<String, String[]> sent = new TreeMap<>(request.getParameterMap());
        sent.remove(CSRF);
        String type = request.getContentType();
        boolean plain = type == null || type.startsWith("application/x-www-form-urlencoded");
        if (!request.getMethod().equals("POST")
                || !plain
                || request.getHeader("HX-Request") != null
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || sent.keySet().stream().anyMatch(SECRET::contains)) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        Map<String, List<String>> carried = new LinkedHashMap<>();
        wrong.stream()
                .filter(name -> !sent.containsKey(name))
                .forEach(name -> fields.add(new Field(name, labels.of(locale, name), "")));
        sent.forEach((name, texts) -> {
            boolean taken = HarmlessText.is(name) && Arrays.stream(texts).allMatch(HarmlessText::is);
            if (taken && !wrong.contains(name)) {
                carried.put(name, List.of(texts));
            } else if (HarmlessText.is(name)) {
                String label = labels.of(locale, name);
                Arrays.stream(texts).forEach(text -> fields.add(new Field(name, label, HarmlessText.without(text))));
            }
        });
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Mending(request.getRequestURI(), fields, carried));
    }
}
