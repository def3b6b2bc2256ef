package org.assent.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Locks an account after wrong passwords by the time of the machine: the engine's clock may be moved by a rehearsal,
 * and a move would open every locked account.
 *
 * <p>The web apps' session needs no such fence. It ends by the servlet container's time; what AuthenticationUtil times
 * by the engine's clock is only how long groups and tenants are cached, and as that clock never goes back a move can
 * only make them be read again sooner.
 */
public class WallClockLogins extends DbIdentityServiceProvider {

    private final Clock wall = Clock.systemUTC();

    @Override
    protected boolean isUserLocked(UserEntity user) {
        Date until = user.getLockExpirationTime();
        return user.getAttempts() >= engine().getLoginMaxAttempts()
                || (until != null && until.toInstant().isAfter(wall.instant()));
    }

    @Override
    protected void lockUser(UserEntity user) {
        int attempts = user.getAttempts() + 1;
        double seconds = engine().getLoginDelayBase() * Math.pow(engine().getLoginDelayFactor(), attempts - 1);
        Instant until = wall.instant().plusSeconds((long) Math.min(seconds, engine().getLoginDelayMaxTime()));
        getIdentityInfoManager().updateUserLock(user, attempts, Date.from(until));
    }

    private static ProcessEngineConfigurationImpl engine() {
        return Context.getProcessEngineConfiguration();
    }
}
