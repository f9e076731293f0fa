package mainstay.team.energy;

/// Somebody's time in a period.
///
/// @param user name that the person signs in with
public record EnergyRow(long userId, String user, String name, Energy energy, Verdict verdict) {

    public String path() {
        return pathOf(user);
    }

    static String pathOf(String user) {
        return "/team/people/" + user + "/energy";
    }
}
