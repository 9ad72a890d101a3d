// Preloaded with --import where no `time` is installed: notes the peak memory of a Node process when it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  writeFileSync(process.env.MESHCTL_BENCH_PEAK, `${process.resourceUsage().maxRSS}\n`);
});
