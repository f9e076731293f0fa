package mainstay.identity;

/// Says whether amounts in the reporting currency exist already: from then on the firm cannot choose another one.
public interface CurrencyInUse {

    boolean isInUse();
}
