using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;

namespace Inburgering.Gateway.Tests.Architecture;

/// <summary>Which types a type names: in its signatures, its attributes and the instructions of its methods.</summary>
internal static class TypeUse
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    // an assembly does not change while its tests run, and reading all its instructions takes a second
    private static readonly ConcurrentDictionary<Assembly, Lazy<(Type User, MemberInfo Used)[]>> Leden = [];
    private static readonly ConcurrentDictionary<Assembly, Lazy<(Type User, Type Used)[]>> Typen = [];

    /// <summary>Members that are called or touched, with the type that does it (outermost, so not a compiler's closure).</summary>
    public static IEnumerable<(Type User, MemberInfo Used)> Of(Assembly assembly) =>
        Leden.GetOrAdd(assembly, static lezen => new(() => [.. from type in lezen.GetTypes() from used in Members(type) select (Outermost(type), used)])).Value;

    /// <summary>The same as types, every generic argument and element apart.</summary>
    public static IEnumerable<(Type User, Type Used)> TypesOf(Assembly assembly) =>
        Typen.GetOrAdd(assembly, static lezen => new(() => [.. Of(lezen).SelectMany(u => Named(u.Used).SelectMany(Parts).Select(t => (u.User, Outermost(t)))).Distinct()])).Value;

    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<MemberInfo> Members(Type type)
    {
        var declared = new List<MemberInfo>(type.GetInterfaces());
        if (type.BaseType is { } basis)
        {
            declared.Add(basis);
        }

        declared.AddRange(type.CustomAttributes.Select(a => a.Constructor));
        foreach (var member in type.GetMembers(All).Where(m => m is not Type))
        {
            declared.Add(member);
            declared.AddRange(member.CustomAttributes.Select(a => a.Constructor));
            if (member is MethodBase method)
            {
                declared.AddRange(method.GetParameters().SelectMany(p => p.CustomAttributes).Select(a => a.Constructor));
                declared.AddRange(Instructions(method));
            }
        }

        return declared;
    }

    private static IEnumerable<Type> Named(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodInfo m => [.. Owner(m), m.ReturnType, .. m.GetParameters().Select(p => p.ParameterType), .. m.IsGenericMethod ? m.GetGenericArguments() : []],
        MethodBase m => [.. Owner(m), .. m.GetParameters().Select(p => p.ParameterType)],
        FieldInfo f => [.. Owner(f), f.FieldType],
        PropertyInfo p => [p.PropertyType],
        EventInfo e => [e.EventHandlerType!],
        _ => [],
    };

    private static IEnumerable<Type> Owner(MemberInfo member) => member.DeclaringType is { } type ? [type] : [];

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        if (type.IsGenericParameter)
        {
            return [];
        }

        return type is { IsGenericType: true, IsGenericTypeDefinition: false }
            ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
            : [type];
    }

    private static IEnumerable<MemberInfo> Instructions(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } il)
        {
            yield break;
        }

        foreach (var local in body.LocalVariables)
        {
            yield return local.LocalType;
        }

        var typeArguments = method.DeclaringType is { IsGenericType: true } d ? d.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var code = Codes[il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!;
            }

            at += OperandSize(code.OperandType, il, at);
        }
    }

    private static int OperandSize(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };
}
