package mainstay.postgres;

/// A role and its password.
public record Login(String user, String password) {

    /// Without the password: this ends up in logs.
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
