// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Runs a test class once for each database product; {@code -Dxact.test.products=h2} leaves the servers out. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(EveryProduct.Products.class)
public @interface EveryProduct {

    /** The products that are asked for. */
    final class Products implements ArgumentsProvider {

        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
            return asked().map(Arguments::of);
        }

        static Stream<Product> asked() {
            String asked = System.getProperty("xact.test.products", "h2,postgresql");
            return Arrays.stream(asked.split(",")).map(name -> Product.valueOf(name.toUpperCase(Locale.ROOT)));
        }
    }
}
