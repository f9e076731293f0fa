package mainstay.demo;

import java.util.ArrayList;
import java.util.List;
import mainstay.identity.FirstAdministrator;
import mainstay.identity.Role;
import mainstay.identity.UserChange;
import mainstay.identity.UserDesk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One person for each way of looking at the sample. The key account manager bears the name of one in the
/// ledger, and so has that one's accounts.
@Component
@Transactional
class SamplePeople {

    private static final List<Person> CAST = List.of(
            new Person("director", "Dana Whitfield", Role.DIRECTOR, "sees every account"),
            new Person("kam", "Sophia Hinton", Role.KAM, "key account manager, sees her own accounts"),
            new Person("controller", "Conrad Albers", Role.CONTROLLER, "credit controller"),
            new Person("viewer", "Vera Lund", Role.VIEWER, "names and stars, no money"));

    private final UserDesk users;
    private final boolean administratorChosen;

    SamplePeople(UserDesk users, @Value("${mainstay.admin-password:}") String chosen) {
        this.users = users;
        this.administratorChosen = !chosen.isBlank();
    }

    private record Person(String name, String fullName, Role role, String note) {}

    /// Makes whoever is missing. Without a sheet everybody gets a new password: nobody knows the old ones.
    public void write(SignInSheet sheet) {
        if (sheet.exists()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        Person administrator =
                new Person(FirstAdministrator.NAME, "Administrator", Role.ADMINISTRATOR, "administrator");
        lines.add(
                administratorChosen
                        ? line(administrator, "as set with MAINSTAY_ADMIN_PASSWORD")
                        : line(administrator, withNewPassword(administrator)));
        CAST.forEach(person -> lines.add(line(person, withNewPassword(person))));
        sheet.write(lines);
    }

    private static String line(Person person, String password) {
        return "%-12s %-25s %s".formatted(person.name(), password, person.note());
    }

    private String withNewPassword(Person person) {
        String password = users.inventPassword();
        UserChange change = users.byName(person.name())
                .map(user -> users.setPassword(user.id(), password))
                .orElseGet(() -> users.add(person.name(), person.fullName(), person.role(), password));
        if (change instanceof UserChange.Refused refused) {
            throw new SampleUnavailable(
                    "The user %s cannot be made: %s".formatted(person.name(), refused.messageKey()));
        }
        return password;
    }
}
