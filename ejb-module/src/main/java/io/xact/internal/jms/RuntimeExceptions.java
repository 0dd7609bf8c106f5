// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import jakarta.jms.IllegalStateException;
import jakarta.jms.IllegalStateRuntimeException;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.MessageFormatException;
import jakarta.jms.MessageFormatRuntimeException;
import jakarta.jms.MessageNotWriteableException;
import jakarta.jms.MessageNotWriteableRuntimeException;
import jakarta.jms.ResourceAllocationException;
import jakarta.jms.ResourceAllocationRuntimeException;

/** What the classic interface of Jakarta Messaging throws, as the simplified one throws it. */
final class RuntimeExceptions {

    private RuntimeExceptions() {}

    static JMSRuntimeException of(String message, JMSException cause) {
        String code = cause.getErrorCode();
        if (cause instanceof InvalidDestinationException) {
            return new InvalidDestinationRuntimeException(message, code, cause);
        } else if (cause instanceof JMSSecurityException) {
            return new JMSSecurityRuntimeException(message, code, cause);
        } else if (cause instanceof MessageFormatException) {
            return new MessageFormatRuntimeException(message, code, cause);
        } else if (cause instanceof MessageNotWriteableException) {
            return new MessageNotWriteableRuntimeException(message, code, cause);
        } else if (cause instanceof ResourceAllocationException) {
            return new ResourceAllocationRuntimeException(message, code, cause);
        } else if (cause instanceof IllegalStateException) {
            return new IllegalStateRuntimeException(message, code, cause);
        }
        return new JMSRuntimeException(message, code, cause);
    }
}
