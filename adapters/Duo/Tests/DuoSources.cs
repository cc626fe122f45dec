using System.Reflection;
using Inburgering.Gateway.Adapters.Tests.Contracts;
using Inburgering.Gateway.Adapters.Tests.Examples;
using Inburgering.Gateway.Adapters.Tests.Servers;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>Every source, asked without knowing its record's type.</summary>
internal static class DuoSources
{
    private static readonly MethodInfo Generic = typeof(DuoSources).GetMethod(nameof(TextAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static IReadOnlyDictionary<Type, Type> All { get; } = PortRecorder.Of(new DuoPartner()).Sources;

    public static IEnumerable<Type> Records => All.Keys;

    /// <summary>Asks the source of a record; the reply as text, as <see cref="ReplyText"/> writes it.</summary>
    public static Task<string> AskAsync(string record, HttpClient duo, Raadpleging raadpleging, CancellationToken ct)
    {
        var type = Records.Single(known => known.Name == record);
        return (Task<string>)Generic.MakeGenericMethod(type)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Activator.CreateInstance(All[type], duo), raadpleging, ct], null)!;
    }

    /// <summary>What a source sends.</summary>
    public static async Task<StubHandler> AskedAsync(string record)
    {
        var stub = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NotFound));
        await AskAsync(record, stub.Client, Vraag.Over("999990019"), CancellationToken.None);
        return stub;
    }

    /// <summary>The published operation that a source calls.</summary>
    public static async Task<(OpenApiContract Contract, OpenApiOperation Operation)> OperationOfAsync(string record) => DuoContracten.Of(await AskedAsync(record));

    private static async Task<string> TextAsync<T>(IRecordSource<T> source, Raadpleging raadpleging, CancellationToken ct) =>
        ReplyText.Of(await source.ReadAsync(raadpleging, ct));
}
