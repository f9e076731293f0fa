package mainstay.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The scope that a token needs for a route of the API. On a package it holds for everything below. Where nothing is
/// said, reading needs [TokenScope#READ] and changing [TokenScope#WRITE].
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsScope {

    TokenScope value();
}
