package mainstay.team.energy;

import java.time.LocalDate;

/// A month of one person, or of all that are looked at: the weeks of which the Thursday lies in it.
///
/// @param first first day of the month
public record EnergyMonth(LocalDate first, Energy energy, Verdict verdict) {}
