package mainstay.shared.web;

import java.util.List;

/// A sentence that is not in a language yet: a message key and its arguments.
public record Text(String key, List<Object> arguments) {

    /// Somebody by the name to sign in, shown by the full one.
    public record Person(String name) {

        @Override
        public String toString() {
            return name;
        }
    }

    public static Text of(String key, Object... arguments) {
        return new Text(key, List.of(arguments));
    }
}
