package mainstay.approvals;

import java.time.LocalDate;

/// Somebody who could decide, is away today, and has no deputy.
///
/// @param name    to sign in with
/// @param lastDay of the absence
public record Away(String name, String fullName, LocalDate lastDay) {

    public String path() {
        return "/people/" + name + "/absences";
    }
}
