package mainstay.shared;

/// An amount that a sentence tells to the cent: it is asked for, refused or decided on, where [Money] is rounded.
public record ExactMoney(long tenThousandths) {}
