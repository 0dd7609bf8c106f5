// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.messages;

import io.xact.it.requests.application.Step;
import io.xact.it.requests.application.Steps;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Takes the steps that its message says; each bean has another sort of transaction. */
@JMSDestinationDefinition(name = StepsBean.BEAN_MANAGED, interfaceName = "jakarta.jms.Queue")
@JMSDestinationDefinition(name = StepsBean.NOT_SUPPORTED, interfaceName = "jakarta.jms.Queue")
@JMSDestinationDefinition(name = StepsBean.REQUIRED, interfaceName = "jakarta.jms.Queue")
public abstract class StepsBean implements MessageListener {

    static final String BEAN_MANAGED = "java:global/jms/bean-managed";
    static final String NOT_SUPPORTED = "java:global/jms/not-supported";
    static final String REQUIRED = "java:global/jms/required";

    @Inject
    private Steps steps;

    @Override
    public void onMessage(Message message) {
        try {
            for (Step step : Step.parse(message.getBody(String.class))) {
                steps.take(step.name(), step.argument());
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
