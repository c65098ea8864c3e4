/** The function, computing each argument once; objects are told apart by identity. It keeps all it has computed. */
export function memoized<Argument, Result>(compute: (argument: Argument) => Result): (argument: Argument) => Result {
  const known = new Map<Argument, Result>();
  return (argument) => {
    const remembered = known.get(argument);
    if (remembered !== undefined) return remembered;
    const result = compute(argument);
    known.set(argument, result);
    return result;
  };
}
