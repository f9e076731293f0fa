package mainstay.portfolio.period;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An address of ours with its parameters, of which single ones can be exchanged. An empty value is a value.
public record Address(String path, Map<String, String> parameters) {

    public Address {
        parameters = new LinkedHashMap<>(parameters);
    }

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /// The same with a parameter, or without it where the value is unknown.
    public Address with(String name, @Nullable Object value) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (value == null) {
            all.remove(name);
        } else {
            all.put(name, value.toString());
        }
        return new Address(path, all);
    }

    public Address without(String... names) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        for (String name : names) {
            all.remove(name);
        }
        return new Address(path, all);
    }

    public Address at(String other) {
        return new Address(other, parameters);
    }

    @Override
    public String toString() {
        return parameters.isEmpty()
                ? path
                : parameters.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", path + "?", ""));
    }
}
