package org.diaodu.server.database;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;

/** Has the database opened as soon as the settings are known, beside the making of the beans. */
final class DatabaseAhead implements ApplicationListener<ApplicationContextInitializedEvent> {

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        if (SpringProperties.getFlag(AbstractAotProcessor.AOT_PROCESSING)) return;
        var context = event.getApplicationContext();
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        DatabaseOpening opening = DatabaseOpening.begin(
                Binder.get(context.getEnvironment()).bindOrCreate("diaodu.database", DatabaseProperties.class));
        String name = DatabaseOpening.class.getName();
        beans.registerSingleton(name, opening);
        beans.registerDisposableBean(name, opening::close); // also when the start fails
    }
}
