package id.dampak.privacy;

import id.dampak.SharedSpark;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** All that Spark tells its log and its user interface while some work is done. */
final class Overheard {
  private final Queue<String> said = new ConcurrentLinkedQueue<>();

  /** What was said while {@code work} ran, plans and settings included. */
  static String during(Runnable work) throws Exception {
    Overheard overheard = new Overheard();
    SparkListener listener = overheard.listener();
    AbstractAppender appender = overheard.appender();
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    Level usual = context.getConfiguration().getRootLogger().getLevel();
    appender.start();
    context.getConfiguration().getRootLogger().addAppender(appender, Level.ALL, null);
    context.getConfiguration().getRootLogger().setLevel(Level.INFO);
    context.updateLoggers();
    SharedSpark.session().sparkContext().addSparkListener(listener);
    try {
      work.run();
      SharedSpark.session().sparkContext().listenerBus().waitUntilEmpty();
    } finally {
      SharedSpark.session().sparkContext().removeSparkListener(listener);
      context.getConfiguration().getRootLogger().removeAppender(appender.getName());
      context.getConfiguration().getRootLogger().setLevel(usual);
      context.updateLoggers();
      appender.stop();
    }
    return String.join("\n", overheard.said);
  }

  private AbstractAppender appender() {
    return new AbstractAppender("overheard", null, null, true, Property.EMPTY_ARRAY) {
      @Override
      public void append(LogEvent event) {
        said.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
      }
    };
  }

  private SparkListener listener() {
    return new SparkListener() {
      @Override
      public void onOtherEvent(SparkListenerEvent event) {
        said.add(event.toString()); // plans, as the user interface draws them
      }

      @Override
      public void onJobStart(SparkListenerJobStart event) {
        said.add(event.toString());
      }

      @Override
      public void onStageSubmitted(SparkListenerStageSubmitted event) {
        said.add(event.stageInfo().name() + event.stageInfo().details() + event.properties());
      }

      @Override
      public void onTaskEnd(SparkListenerTaskEnd event) {
        said.add(event.reason().toString());
      }
    };
  }
}
