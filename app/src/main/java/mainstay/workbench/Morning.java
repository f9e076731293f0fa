package mainstay.workbench;

/// Somebody's list as it is looked at once a morning, with all that it was made of.
public record Morning(Today list, Found found) {}
