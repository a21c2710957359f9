import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { measure } from '/work/main/test/files/corpus';
it('x', async () => {
  let out='';
  for (const c of ['modules','packages']) { const m = await measure(c);
   out+=`${c} occ ${m.occurrences} right ${m.right} missed ${m.missed.length} wrong ${m.wrong.length}\nWRONG\n`+m.wrong.map(w=>`${w.where} ${w.name}: ${w.found} (${w.wanted})`).join('\n')+'\nMISSED\n'+m.missed.map(w=>`${w.where} ${w.name}: ${w.found} (${w.wanted})`).join('\n')+'\n'; }
  writeFileSync('/tmp/measure.txt', out);
});
