using System.Reflection;
using System.Runtime.CompilerServices;

namespace Conformance.SelfTests.Snapshots;

/// <summary>Writes down what a library shows, a line a member.</summary>
internal static class PublicApi
{
    private const BindingFlags Shown = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What the compiler writes for a record says nothing.
    private static readonly HashSet<string> OfRecords = ["Equals", "GetHashCode", "ToString", "Deconstruct", "op_Equality", "op_Inequality", "<Clone>$", "PrintMembers"];

    public static string Of(Assembly library) => string.Join('\n', library.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).Select(Of));

    private static string Of(Type type) =>
        $"{KindOf(type)} {type.Namespace}.{Name(type)}{Parents(type)}\n{string.Concat(Members(type).Order(StringComparer.Ordinal).Select(line => $"    {line}\n"))}";

    private static string[] Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type);
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [Signature(type.GetMethod("Invoke")!)];
        }

        var properties = type.GetProperties(Shown).Select(property =>
            $"{(property.GetAccessors()[0].IsStatic ? "static " : string.Empty)}{Name(property.PropertyType)} {property.Name} {{ {(property.CanRead ? "get; " : string.Empty)}{Setter(property)}}}");
        var fields = type.GetFields(Shown).Select(field => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : string.Empty)}{Name(field.FieldType)} {field.Name}");
        var constructors = type.GetConstructors(Shown).Select(constructor => $"new({Parameters(constructor)})");
        var methods = type.GetMethods(Shown).Where(method => !OfRecords.Contains(method.Name) && !(method.IsSpecialName && IsAccessor(method))).Select(Signature);
        var events = type.GetEvents(Shown).Select(one => $"event {Name(one.EventHandlerType!)} {one.Name}");
        return [.. properties, .. fields, .. constructors, .. methods, .. events];
    }

    private static bool IsAccessor(MethodInfo method) => method.Name.Split('_')[0] is "get" or "set" or "add" or "remove";

    private static string Signature(MethodInfo method) =>
        $"{(method.IsStatic ? "static " : string.Empty)}{Name(method.ReturnType)} {method.Name}{Generics(method.GetGenericArguments())}({Parameters(method)})";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = …" : string.Empty)}"));

    private static string Setter(PropertyInfo property) => property.SetMethod is not { IsPublic: true } setter
        ? string.Empty
        : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; ";

    private static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        _ => "class",
    };

    private static string Parents(Type type)
    {
        List<Type> parents = [.. type.BaseType is { } parent && parent.Assembly == type.Assembly ? [parent] : Type.EmptyTypes, .. type.GetInterfaces().Where(IsTold)];
        return parents.Count == 0 || type.IsEnum ? string.Empty : $" : {string.Join(", ", parents.Select(Name).Order(StringComparer.Ordinal))}";
    }

    private static bool IsTold(Type contract) => contract.IsPublic && !contract.Name.StartsWith("IEquatable", StringComparison.Ordinal) && !contract.Name.StartsWith("ISpan", StringComparison.Ordinal);

    private static string Name(Type type)
    {
        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{Name(value)}?";
        }

        var name = type.Name.Split('`')[0];
        return (type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}." : string.Empty) + name + Generics(type.GetGenericArguments());
    }

    private static string Generics(Type[] arguments) => arguments.Length == 0 ? string.Empty : $"<{string.Join(", ", arguments.Select(Name))}>";
}
