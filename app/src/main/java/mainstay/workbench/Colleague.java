package mainstay.workbench;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.identity.User;

/// Somebody who may be asked.
///
/// @param written what names this one and nobody else: the full name, or the one to sign in with where others are
///                called alike
public record Colleague(User user, String written) {

    static List<Colleague> of(List<User> users) {
        Map<String, Long> bearers = users.stream()
                .flatMap(user -> Stream.of(user.name(), user.fullName()).distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return users.stream()
                .map(user -> new Colleague(
                        user, bearers.getOrDefault(user.fullName(), 1L) == 1 ? user.fullName() : user.name()))
                .toList();
    }

    /// Whether the full name would name somebody else too.
    public boolean hasNamesake() {
        return !written.equals(user.fullName());
    }
}
