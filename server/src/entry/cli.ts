process.stderr.write('remit: no command\n');
process.exitCode = 2;
