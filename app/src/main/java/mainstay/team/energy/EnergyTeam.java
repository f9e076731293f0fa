package mainstay.team.energy;

/// Somebody who leads, with everybody who is led, also through others.
///
/// @param user   name that the leader signs in with
/// @param people how many they are, the leader among them
public record EnergyTeam(String user, String name, int people, Energy energy, Verdict verdict) {}
