// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.copies;

import io.xact.Xacts;
import io.xact.support.Surroundings;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.spi.Extension;
import java.net.URL;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;

/** Loads the library's classes once more; everything else is shared. */
final class CopyLoader extends URLClassLoader {

    private CopyLoader(URL... places) {
        super(places, CopyLoader.class.getClassLoader());
    }

    /** A second copy of the library, in a container of its own, on the same databases. */
    static OtherCopy copyIn(Surroundings surroundings) {
        CopyLoader loader = new CopyLoader(placeOf(Xacts.class), placeOf(XactsOfCopy.class));
        try {
            Extension extension = (Extension) loader.loadClass("io.xact.internal.cdi.XactExtension")
                    .getConstructor()
                    .newInstance();
            SeContainer container = surroundings.another(loader, extension);
            Object xacts =
                    container.select(loader.loadClass(Xacts.class.getName())).get();
            return (OtherCopy) loader.loadClass(XactsOfCopy.class.getName())
                    .getConstructor(Object.class)
                    .newInstance(xacts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL placeOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? load(name, resolve) : known;
        }
    }

    private Class<?> load(String name, boolean resolve) throws ClassNotFoundException {
        return isCopied(name) ? findClass(name) : super.loadClass(name, resolve);
    }

    /** The library has nothing but its packages, and what bridges to it; test support is shared. */
    private static boolean isCopied(@Nullable String name) {
        return name != null
                && name.startsWith("io.xact.")
                && !name.startsWith("io.xact.support.")
                && !name.equals(OtherCopy.class.getName());
    }
}
