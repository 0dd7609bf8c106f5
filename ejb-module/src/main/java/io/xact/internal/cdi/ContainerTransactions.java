// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import io.xact.internal.engine.XactDefinition;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The transactions that an EJB container opens before any interceptor of CDI runs (Jakarta Enterprise Beans 4.0, section 8.6): a
 * scope on such a method is never outermost. Told by annotations; {@code ejb-jar.xml} is not read.
 */
final class ContainerTransactions {

    private static final List<Class<? extends Annotation>> BEANS =
            List.of(Stateless.class, Stateful.class, Singleton.class, MessageDriven.class);

    private static final Set<TransactionAttributeType> ALWAYS_OPEN = Set.of(
            TransactionAttributeType.REQUIRED,
            TransactionAttributeType.REQUIRES_NEW,
            TransactionAttributeType.MANDATORY);

    private ContainerTransactions() {}

    /** The members of a method's {@code @Xact} that can't hold there, because a transaction is always open; empty if all can. */
    static String membersWithoutEffect(Class<?> type, Method method, XactDefinition definition) {
        StringJoiner members = new StringJoiner(", ");
        if (!definition.requiresNew() && isAlwaysOpen(type, method)) {
            if (definition.durable()) {
                members.add("durable");
            }
            if (definition.retries() > 0) {
                members.add("retries");
            }
            if (!definition.timeout().isZero()) {
                members.add("timeoutSeconds");
            }
        }
        return members.toString();
    }

    private static boolean isAlwaysOpen(Class<?> type, Method method) {
        TransactionManagement management = type.getAnnotation(TransactionManagement.class);
        return BEANS.stream().anyMatch(type::isAnnotationPresent)
                && (management == null || management.value() == TransactionManagementType.CONTAINER)
                && ALWAYS_OPEN.contains(attributeOf(method));
    }

    private static TransactionAttributeType attributeOf(Method method) {
        TransactionAttribute onMethod = method.getAnnotation(TransactionAttribute.class);
        TransactionAttribute found =
                onMethod == null ? method.getDeclaringClass().getAnnotation(TransactionAttribute.class) : onMethod;
        return found == null ? TransactionAttributeType.REQUIRED : found.value();
    }
}
